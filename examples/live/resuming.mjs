/**
 * Keeps a client of graphql-ws or graphql-sse where it is in what it follows: when it connects again by itself, it
 * subscribes behind the last event that arrived, so that none is missed and none comes twice. The operation takes its
 * place from a variable `after`.
 */
export function resuming(client) {
  return {
    ...client,
    subscribe(payload, sink) {
      // Both clients send this very object each time that they connect.
      const request = { ...payload, variables: { ...payload.variables } };
      return client.subscribe(request, {
        next(result) {
          const cursor = result.extensions?.cursor;
          if (cursor) request.variables.after = cursor;
          sink.next(result);
        },
        error: (error) => sink.error(error),
        complete: () => sink.complete(),
      });
    },
  };
}
