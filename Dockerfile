# syntax=docker/dockerfile:1
# The connector alone, for any PostgreSQL (DATABASE_URL, SECRET_KEY): compose.yaml has all that goes with it. The private
# PostgreSQL, the simulators and the Salesforce package are not in it.

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# No install scripts: they bring the private PostgreSQL, and the Node that this image has already. Then what only
# debuggers and browsers without a server read, more than a third of it.
RUN npm ci --omit=dev --omit=optional --workspaces=false --ignore-scripts --no-audit --no-fund \
    && find node_modules \( -name '*.map' -o -name '*.d.ts' -o -name '*.md' \) -type f -delete \
    && rm -rf node_modules/echarts/dist

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY connector/src ./connector/src
# Of the base image, by number so that an orchestrator can see that it is not root. It owns nothing here.
USER 1000:1000
EXPOSE 3000
# That the process lives; whether deliveries can be stored is /readyz, which is no reason to start it again.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "connector/src/main.ts"]
