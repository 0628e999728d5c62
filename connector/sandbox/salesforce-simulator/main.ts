import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { optionsOf } from './habits/options.ts';
import { readHabits } from './habits/read-habits.ts';
import { startOrg } from './org.ts';
import { DEFAULTS, type OrgOptions } from './options.ts';
import { runAsSchema, type RunAs } from './seed/run-as.ts';
import type { SeedFile } from './seed/seed.ts';

const HELP = `A simulated Salesforce org over HTTP.

  npm run org -- [options]      with the metadata of this repository
  node main.ts [options]        with the folders that are given

  --port N          the port to listen on; 0 takes a free one (default 3001)
  --host HOST       the address to listen on (default ${DEFAULTS.host})
  --package DIR     a source folder of the package under test; can be given several times
  --metadata DIR    a source folder with further objects and fields; can be given several times
  --seed FILE       records to start with, in the sObject tree form
  --org FILE        one org's habits: its statuses, record types, rules, automation and sharing; of a file with
                    several, FILE#NAME names one. orgs/real-orgs.json beside this file holds those of 46 orgs
  --run-as FILE     the user that clients with credentials of their own work as: username, profile, permissionSets
                    and role in JSON (otherwise the administrator)
  --namespace NS    the package under test as if it were installed under a namespace
  --api-version V   the newest version offered (default ${DEFAULTS.apiVersion})
  --person-accounts person accounts are enabled
  --shared-activities a task can be about several contacts
  --jwt-cert FILE   certificate or public key (PEM) that verifies JWT bearer assertions
  --daily-limit N   API requests allowed in 24 hours (default ${DEFAULTS.dailyApiRequests})
  --help            this text

Client id ${DEFAULTS.clientId}, secret ${DEFAULTS.clientSecret}.
With ORG_ACCESS_TOKEN set, that access token works too, as the administrator.
What scripts can ask of the simulator itself is listed at /_control.`;

const DEFAULT_PORT = 3_001;

function readOptions(): OrgOptions | undefined {
    const text = { type: 'string' } as const;
    const folders = { type: 'string', multiple: true } as const;
    const { values } = parseArgs({
        options: {
            port: text,
            host: text,
            package: folders,
            metadata: folders,
            seed: text,
            'run-as': text,
            org: text,
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
    const accessToken = process.env.ORG_ACCESS_TOKEN;
    return {
        port: Number(values.port ?? DEFAULT_PORT),
        packages: values.package ?? [],
        metadata: values.metadata ?? [],
        ...(values['run-as'] === undefined ? {} : { runAs: readRunAs(values['run-as']) }),
        ...(values.org === undefined ? {} : optionsOf(readHabits(values.org))),
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

function readRunAs(file: string): RunAs {
    return runAsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
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

main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});
