# One image for every part: the command says which one runs.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY .swcrc tsconfig.json ./
COPY db ./db
COPY gateway ./gateway
COPY schema ./schema
COPY subgraphs ./subgraphs
# dev/ stays out: production imports nothing from it.
RUN npx swc gateway subgraphs schema db --out-dir dist --copy-files --ignore '**/*.test.ts' --quiet \
  && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 APOLLO_TELEMETRY_DISABLED=true
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY schema/supergraph.graphql schema/api.graphql ./schema/
# A volume that is mounted here is the service's own.
RUN mkdir /files && chown node:node /files
USER node
# Answers under way outlive many a collection of the default size, each of which would copy them.
CMD ["node", "--max-semi-space-size=64", "dist/gateway/main.js"]
