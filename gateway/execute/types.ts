import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** Whether a `__typename` that a subgraph answered is the type, or one that belongs to it. */
export function createTypeTest(schema: GraphQLSchema, condition: string): (typename: unknown) => boolean {
  const known = new Map<string, boolean>();
  return (typename) => {
    if (typename === condition) return true;
    if (typeof typename !== 'string') return false;
    let belongs = known.get(typename);
    if (belongs === undefined) {
      belongs = isMember(schema, condition, typename);
      if (schema.getType(typename)) known.set(typename, belongs);
    }
    return belongs;
  };
}

function isMember(schema: GraphQLSchema, condition: string, typename: string): boolean {
  const type = schema.getType(typename);
  const wanted = schema.getType(condition);
  if (!isAbstractType(wanted)) return false;
  return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
}
