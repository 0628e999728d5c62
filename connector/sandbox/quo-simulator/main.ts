import { parseArgs } from 'node:util';
import { startQuo } from './quo.ts';

const HELP = `A simulated Quo: its API, its webhooks and a working day to play.

  npm run quo -- [options]

  --port N              port to listen on; 0 takes any free one (default 8090)
  --host HOST           address to listen on (default 127.0.0.1)
  --key KEY             API key to accept (default sandbox-key); may be repeated
  --young-key KEY       a key that was made just now: refused for 30 seconds; may be repeated
  --webhook URL         send webhooks there from the start
  --webhook-key KEY     its signing key: whsec_… or, for v4, v3 and v2, base64 (default: made, and printed)
  --webhook-version V   2026-03-30, v4, v3 or v2 (default 2026-03-30)
  --retry-scale N       real seconds for each second of the retry schedule (default 1)
  --help                this text

What it plays, and how to ask for it: connector/sandbox/quo-simulator/README.md.`;

main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});

function readOptions() {
    const { values } = parseArgs({
        options: {
            port: { type: 'string', default: '8090' },
            host: { type: 'string', default: '127.0.0.1' },
            key: { type: 'string', multiple: true },
            'young-key': { type: 'string', multiple: true },
            webhook: { type: 'string' },
            'webhook-key': { type: 'string' },
            'webhook-version': { type: 'string' },
            'retry-scale': { type: 'string', default: '1' },
            help: { type: 'boolean', default: false }
        }
    });
    return values;
}

type Values = ReturnType<typeof readOptions>;

async function main(): Promise<void> {
    const values = readOptions();
    if (values.help) {
        console.log(HELP);
        return;
    }
    const quo = await startQuo({
        port: numberOf(values, 'port'),
        host: values.host,
        retryScale: numberOf(values, 'retry-scale'),
        ...(values.key ? { keys: values.key } : {}),
        ...(values['young-key'] ? { youngKeys: values['young-key'] } : {}),
        ...(values.webhook ? { webhook: webhookFrom(values.webhook, values) } : {})
    });
    console.log(`quo listening on ${quo.url}`);
    if (quo.webhookKey && !values['webhook-key']) console.log(`webhook key ${quo.webhookKey}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void quo.close());
}

/** @throws {Error} naming the option */
function numberOf(values: Values, name: 'port' | 'retry-scale'): number {
    const number = Number(values[name]);
    if (!(number >= 0)) throw new Error(`--${name} takes a number, not "${values[name]}".`);
    return number;
}

function webhookFrom(url: string, values: Values): { url: string; key?: string; apiVersion?: string } {
    const key = values['webhook-key'];
    const apiVersion = values['webhook-version'];
    return { url, ...(key ? { key } : {}), ...(apiVersion ? { apiVersion } : {}) };
}
