import { parseArgs } from 'node:util';
import { startStage } from './start-stage.ts';

const HELP = `Pages of the simulated org, with the real Lightning components.

  npm run stage -- --org URL [options]

  --org URL     the simulated org
  --port N      the port to listen on; 0 takes a free one (default 3003)
  --host HOST   the address to listen on (default 127.0.0.1)
  --namespace N the package's namespace in that org
  --user NAME   whose pages they are: a username of the org (default: its administrator)
  --help        this text`;

const text = { type: 'string' } as const;
const { values } = parseArgs({
    options: { org: text, port: text, host: text, user: text, namespace: text, help: { type: 'boolean' } }
});

if (values.help === true || values.org === undefined) {
    console.log(HELP);
    process.exitCode = values.help === true ? 0 : 1;
} else {
    const stage = await startStage({
        orgUrl: values.org.replace(/\/$/, ''),
        port: Number(values.port ?? 3003),
        ...(values.host === undefined ? {} : { host: values.host }),
        ...(values.namespace === undefined ? {} : { namespace: values.namespace }),
        ...(values.user === undefined ? {} : { username: values.user })
    });
    console.log(`stage listening on ${stage.url}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stage.close());
}
