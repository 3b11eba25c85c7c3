import { DateTimeISOResolver, JSONResolver, LocalDateResolver } from 'graphql-scalars';

/** The scalars of `schema/common.graphql`, for every subgraph. */
export const scalars = {
  DateTime: DateTimeISOResolver,
  LocalDate: LocalDateResolver,
  JSON: JSONResolver,
};
