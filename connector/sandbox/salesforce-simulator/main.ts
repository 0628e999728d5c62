import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startOrg } from './org.ts';
import { DEFAULTS, type OrgOptions } from './options.ts';
import { ownPackage } from './own-package.ts';
import type { SeedFile } from './seed/seed.ts';

const RUN_AS = ownPackage().runAs;
const HELP = `A simulated Salesforce org over HTTP.

  npm run org -- [options]

  --port N          the port to listen on; 0 takes a free one (default 3001)
  --host HOST       the address to listen on (default ${DEFAULTS.host})
  --metadata DIR    a further source folder with objects and fields; can be given several times
  --seed FILE       records to start with, in the sObject tree form
  --namespace NS    our own package as if it were installed under a namespace
  --api-version V   the newest version offered (default ${DEFAULTS.apiVersion})
  --person-accounts person accounts are enabled
  --shared-activities a task can be about several contacts
  --jwt-cert FILE   certificate or public key (PEM) that verifies JWT bearer assertions
  --daily-limit N   API requests allowed in 24 hours (default ${DEFAULTS.dailyApiRequests})
  --help            this text

Client id ${DEFAULTS.clientId}, secret ${DEFAULTS.clientSecret}: a client with these works as ${RUN_AS.username}
(profile ${RUN_AS.profile}, ${RUN_AS.permissionSets.join(', ')}).
With ORG_ACCESS_TOKEN set, that access token works too, as the administrator.
What scripts can ask of the simulator itself is listed at /_control.`;

const DEFAULT_PORT = 3_001;

function readOptions(): OrgOptions | undefined {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
        options: {
            port: text,
            host: text,
            metadata: { type: 'string', multiple: true },
            seed: text,
            namespace: text,
            'api-version': text,
            'person-accounts': { type: 'boolean' },
            'shared-activities': { type: 'boolean' },
            'jwt-cert': text,
            'daily-limit': text,
            help: { type: 'boolean' }
        }
    });
    if (values.help === true) return undefined;
    const own = ownPackage();
    const accessToken = process.env.ORG_ACCESS_TOKEN;
    return {
        port: Number(values.port ?? DEFAULT_PORT),
        ...own,
        metadata: [...own.metadata, ...(values.metadata ?? [])],
        ...(values.host === undefined ? {} : { host: values.host }),
        ...(values.seed === undefined ? {} : { seed: JSON.parse(readFileSync(values.seed, 'utf8')) as SeedFile }),
        ...(values.namespace === undefined ? {} : { namespace: values.namespace }),
        ...(values['api-version'] === undefined ? {} : { apiVersion: values['api-version'] }),
        ...(values['person-accounts'] === undefined ? {} : { personAccounts: true }),
        ...(values['shared-activities'] === undefined ? {} : { sharedActivities: true }),
        ...(values['jwt-cert'] === undefined ? {} : { jwtCertificate: readFileSync(values['jwt-cert'], 'utf8') }),
        ...(values['daily-limit'] === undefined ? {} : { dailyApiRequests: Number(values['daily-limit']) }),
        ...(accessToken === undefined || accessToken === '' ? {} : { accessToken })
    };
}

async function main(): Promise<void> {
    const options = readOptions();
    if (!options) {
        console.log(HELP);
        return;
    }
    const org = await startOrg(options);
    console.log(`org listening on ${org.url}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void org.close());
}

main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
});
