import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { composeServices } from '@apollo/composition';

/** The four subgraphs by which federation gateways are usually compared: who owns which field, and how much there is. */
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@provides", "@shareable"])';
const SDL = {
  accounts: `${LINK}
    type Query { me: User user(id: ID!): User users: [User] }
    type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }`,
  inventory: `${LINK}
    type Product @key(fields: "upc") { upc: String! weight: Int @external price: Int @external
      inStock: Boolean shippingEstimate: Int @requires(fields: "price weight") }`,
  products: `${LINK}
    type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
  reviews: `${LINK}
    type Review @key(fields: "id") { id: ID! body: String author: User @provides(fields: "username") product: Product }
    type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
    type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
};

/** The names of these subgraphs. */
export const PUBLISHED = Object.keys(SDL) as readonly (keyof typeof SDL)[];

const count = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));

const WORDS = 'sturdy light quiet bright narrow wide heavy neat plain handy warm dark solid smooth'.split(
  ' ',
);
const sentence = (from: number, length: number) =>
  count(length, (i) => WORDS[(from * 5 + i * (1 + (from % 3))) % WORDS.length]).join(' ');

const NAMES = ['Ada Lind', 'Ben Okafor', 'Cleo Marsh', 'Dai Tanaka', 'Eva Novak', 'Finn Hall'];
const users = NAMES.map((name, i) => ({
  id: String(i + 1),
  name,
  username: name.split(' ')[0]!.toLowerCase(),
  birthday: 1980 + i,
}));
const GOODS = ['Desk', 'Lamp', 'Mug', 'Shelf', 'Chair', 'Rug', 'Clock', 'Bench', 'Vase'];
const products = GOODS.map((name, i) => ({
  upc: String(i + 1),
  name,
  price: 150 * (i + 1),
  weight: 40 * (i + 2),
}));
/** Which product each review is about; every user wrote two of them. */
const ABOUT = [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4];
const reviews = ABOUT.map((upc, i) => ({
  id: String(i + 1),
  body: sentence(i, 27 + 5 * (i % 4)),
  author: users[Math.floor(i / 2)]!,
  product: { upc: String(upc) },
}));

interface Stored {
  price: number | null;
  weight: number | null;
}

/** What is dear is sent for nothing. */
const shippingEstimate = ({ price, weight }: Stored) =>
  price !== null && price > 1000 ? 0 : weight === null ? null : weight / 2;

const RESOLVERS = {
  accounts: {
    Query: {
      me: () => users[0],
      user: (_: unknown, { id }: { id: string }) => users.find((user) => user.id === id),
      users: () => users,
    },
    User: { __resolveReference: ({ id }: { id: string }) => users.find((user) => user.id === id) },
  },
  inventory: {
    Product: {
      __resolveReference: (reference: Stored & { upc: string }) => ({
        ...reference,
        inStock: Number(reference.upc) % 3 > 0,
      }),
      shippingEstimate,
    },
  },
  products: {
    Query: { topProducts: (_: unknown, { first }: { first: number }) => products.slice(0, first) },
    Product: {
      __resolveReference: ({ upc }: { upc: string }) => products.find((product) => product.upc === upc),
    },
  },
  reviews: {
    Review: { __resolveReference: ({ id }: { id: string }) => reviews.find((review) => review.id === id) },
    User: {
      __resolveReference: (reference: object) => reference,
      reviews: ({ id }: { id: string }) => reviews.filter(({ author }) => author.id === id),
    },
    Product: {
      __resolveReference: (reference: object) => reference,
      reviews: ({ upc }: { upc: string }) => reviews.filter(({ product }) => product.upc === upc),
    },
  },
};

/** The schema of one of these subgraphs, with its data behind it. */
export function publishedSchema(name: string): GraphQLSchema {
  const key = name as keyof typeof SDL;
  return buildSubgraphSchema({ typeDefs: parse(SDL[key]), resolvers: RESOLVERS[key] });
}

/** The supergraph of these subgraphs at their addresses. */
export function composePublished(urls: Readonly<Record<string, string>>): string {
  const { supergraphSdl, errors } = composeServices(
    PUBLISHED.map((name) => ({ name, url: urls[name]!, typeDefs: parse(SDL[name]) })),
  );
  if (supergraphSdl === undefined) throw new Error(errors[0]?.message);
  return supergraphSdl;
}

const PRODUCT = 'inStock name price shippingEstimate upc weight';
const WRITTEN = `reviews { id body product { ${PRODUCT} } }`;
const RECEIVED = `reviews { id body author { id username name ${WRITTEN} } }`;

/** Everything that there is, and all that hangs on it. */
export const EVERYTHING = `query Everything {
  users { id username name reviews { id body product { ${PRODUCT} ${RECEIVED} } } }
  topProducts { ${PRODUCT} ${RECEIVED} }
}`;

/** What a page shows: one user with what they wrote, and some products. */
export const ORDINARY = `query Ordinary($id: ID!, $first: Int!) {
  user(id: $id) { id username name reviews { id body product { upc name price inStock } } }
  topProducts(first: $first) { upc name inStock }
}`;

/** Each user with each number of products. */
export const ORDINARY_VARIABLES: readonly object[] = users.flatMap(({ id }) =>
  count(products.length, (i) => ({ id, first: i + 1 })),
);
