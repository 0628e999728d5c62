/**
 * How many records a second the simulated org takes by 200-record collection upserts, over HTTP, against a baseline of
 * the same machine in the same run: a bare HTTP server that parses the same bodies and answers as many results.
 *
 *   node scripts/bench/org-upserts.ts [records] [contacts]
 *
 * With a number of contacts, loads as many afterwards and prints the process's memory.
 */
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { startOrg } from 'salesforce-simulator/org.ts';

const RECORDS_PER_REQUEST = 200;
const TOKEN = '00D000000000062!bench';
const agent = new Agent({ keepAlive: true, maxSockets: 2 });

interface Target {
    readonly url: string;
    readonly path: string;
    readonly method?: string;
}

function send({ url, path, method = 'PATCH' }: Target, body: string): Promise<string> {
    return new Promise((resolve, reject) => {
        const headers = {
            authorization: `Bearer ${TOKEN}`,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body)
        };
        const sent = request(new URL(path, url), { method, agent, headers }, (response) => {
            let text = '';
            response.setEncoding('utf8').on('data', (part: string) => (text += part));
            response.on('end', () => resolve(text));
        });
        sent.on('error', reject).end(body);
    });
}

type Make = (index: number) => Record<string, unknown>;

function bodies(count: number, make: Make): string[] {
    return Array.from({ length: Math.ceil(count / RECORDS_PER_REQUEST) }, (_, page) => {
        const size = Math.min(RECORDS_PER_REQUEST, count - page * RECORDS_PER_REQUEST);
        const records = Array.from({ length: size }, (_record, at) => make(page * RECORDS_PER_REQUEST + at));
        return JSON.stringify({ allOrNone: false, records });
    });
}

const task: Make = (index) => ({
    attributes: { type: 'Task' },
    Quo_Key__c: `call_${index}`,
    Quo_Kind__c: 'Call',
    Subject: 'Ventes (514) 555-0100 - Appel entrant',
    Description: `Répondu\nDurée de l’appel : 4 min 12 s\nhttps://quo.example.com/recordings/${index}`,
    Status: 'Completed',
    Priority: 'Normal',
    TaskSubtype: 'Call',
    CallType: 'Inbound',
    CallDurationInSeconds: 252,
    ActivityDate: '2026-01-31',
    Quo_Started_At__c: '2026-01-31T12:00:00Z'
});

const contact: Make = (index) => ({
    attributes: { type: 'Contact' },
    FirstName: `Jean${index % 1_000}`,
    LastName: `Tremblay ${index}`,
    Email: `jean.${index}@example.com`,
    Phone: `(514) ${String(index).padStart(7, '0')}`,
    MobilePhone: `+1438${String(index).padStart(7, '0')}`,
    Title: 'Acheteur'
});

/** Sends every body, two at a time. @returns records a second */
async function rate(target: Target, sent: readonly string[], records: number): Promise<number> {
    const started = process.hrtime.bigint();
    let next = 0;
    const worker = async (): Promise<void> => {
        while (next < sent.length) {
            const body = sent[next] as string;
            next += 1;
            const answer = await send(target, body);
            if (answer.includes('"success":false')) throw new Error(answer.slice(0, 500));
        }
    };
    await Promise.all([worker(), worker()]);
    return records / (Number(process.hrtime.bigint() - started) / 1e9);
}

async function startBaseline(): Promise<{ url: string; close: () => void }> {
    const server = createServer((incoming, response) => {
        let text = '';
        incoming.setEncoding('utf8').on('data', (part: string) => (text += part));
        incoming.on('end', () => {
            const { records } = JSON.parse(text) as { records: unknown[] };
            response.end(
                JSON.stringify(
                    records.map((_, index) => ({ id: `00T${index}`, success: true, errors: [], created: true }))
                )
            );
        });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

const [records = 40_000, contacts = 0] = process.argv.slice(2).map(Number);
const packages = [fileURLToPath(new URL('../../force-app', import.meta.url))];
const baseline = await startBaseline();
const org = await startOrg({ packages, accessToken: TOKEN, dailyApiRequests: 10_000_000 });
const tasks: Target = { url: org.url, path: '/services/data/v66.0/composite/sobjects/Task/Quo_Key__c' };
const all = bodies(records, task);

await rate(
    tasks,
    bodies(2_000, (index) => ({ ...task(index), Quo_Key__c: `warm_${index}` })),
    2_000
);
const bare = await rate({ url: baseline.url, path: '/' }, all, records);
const inserted = await rate(tasks, all, records);
const updated = await rate(
    tasks,
    bodies(records, (index) => ({ ...task(index), TaskSubtype: undefined, Subject: `x${index}` })),
    records
);
const line = (name: string, value: number): string =>
    `${name.padEnd(24)}${Math.round(value).toLocaleString('en')} records/s  ${(value / bare).toFixed(2)} of bare HTTP`;
console.log(
    [line('bare HTTP', bare), line('inserted by upsert', inserted), line('updated by upsert', updated)].join('\n')
);

if (contacts > 0) {
    const started = Date.now();
    for (let from = 0; from < contacts; from += RECORDS_PER_REQUEST) {
        const size = Math.min(RECORDS_PER_REQUEST, contacts - from);
        const [body = ''] = bodies(size, (index) => contact(from + index));
        const answer = await send(
            { url: org.url, path: '/services/data/v66.0/composite/sobjects', method: 'POST' },
            body
        );
        if (answer.includes('"success":false')) throw new Error(answer.slice(0, 500));
    }
    const seconds = (Date.now() - started) / 1_000;
    const { heapUsed, rss } = process.memoryUsage();
    const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;
    console.log(
        `${contacts.toLocaleString('en')} contacts in ${seconds.toFixed(0)} s: heap ${megabytes(heapUsed)}, process ${megabytes(rss)}`
    );
}
agent.destroy();
baseline.close();
await org.close();
