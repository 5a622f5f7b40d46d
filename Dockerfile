# An image with recaplint and git, built from this repository:
#
#   docker build --tag recaplint .
#   docker run --rm --volume "$PWD:/work:ro" recaplint content/
#
# A tag can move. To build on what was looked at, name its digest: --build-arg NODE=node:24-alpine@sha256:…
ARG NODE=node:24-alpine

FROM ${NODE} AS build
WORKDIR /build
COPY . .
RUN npm ci --ignore-scripts --no-audit --no-fund
# Packing builds, and leaves out what a published package would not have, either.
RUN npm pack --pack-destination /tmp
RUN npm install --global --prefix /package --omit=dev --ignore-scripts --no-audit --no-fund /tmp/recaplint-*.tgz

FROM ${NODE}
# For --since and --staged. Git refuses repositories of other users, and a mounted folder is one: /work alone is
# trusted, which is the folder that the caller handed over. Its .git/config is the caller's, not that of a branch.
RUN apk add --no-cache git && git config --system --add safe.directory /work
COPY --from=build /package /usr/local
ENV NODE_ENV=production
WORKDIR /work
# A user without rights. To let --fix write as yourself: docker run --user "$(id -u):$(id -g)"
USER node
ENTRYPOINT ["recaplint"]
