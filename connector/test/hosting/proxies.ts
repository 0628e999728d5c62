import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'node:tls';
import { freePort, openFolder, startServer } from './program.ts';

const EXAMPLES = join(import.meta.dirname, '../../../config/hosting');
const NAME = 'quo.example.com';
const LOOK_EVERY = 50;
const CONNECTOR = '127.0.0.1:3000';

/** One of the examples, at work in front of a connector. */
export interface Proxy {
    /** The public name that it answers to. */
    readonly name: string;
    readonly httpPort: number;
    readonly httpsPort: number;
    /** Everything that it wrote. */
    log(): Promise<string>;
}

/** Everything in an example that is another machine's, replaced. @throws {Error} when the example no longer has it */
function adapted(file: string, replacements: ReadonlyMap<string, string>): string {
    let text = readFileSync(join(EXAMPLES, file), 'utf8');
    for (const [its, ours] of replacements) {
        if (!text.includes(its)) throw new Error(`config/hosting/${file} has no "${its}"`);
        text = text.replaceAll(its, ours);
    }
    return text;
}

/** Whether a server presents a certificate for {@link NAME} already. */
async function shakesHands(port: number): Promise<boolean> {
    const socket = connect({ host: '127.0.0.1', port, servername: NAME, rejectUnauthorized: false });
    try {
        await once(socket, 'secureConnect');
        return true;
    } catch {
        return false;
    } finally {
        socket.destroy();
    }
}

export async function startNginx(t: TestContext, connector: string): Promise<Proxy> {
    const folder = await openFolder(t);
    const [httpPort, httpsPort] = [await freePort(), await freePort()];
    const at = (name: string): string => join(folder, name);
    const selfSigned = ['req', '-x509', '-newkey', 'ed25519', '-nodes', '-days', '2', '-subj', `/CN=${NAME}`];
    execFileSync('openssl', [...selfSigned, '-keyout', at('key.pem'), '-out', at('cert.pem')], { stdio: 'ignore' });
    const replacements = new Map([
        ['listen 80;', `listen 127.0.0.1:${httpPort};`],
        ['listen 443 ssl;', `listen 127.0.0.1:${httpsPort} ssl;`],
        [`/etc/letsencrypt/live/${NAME}/fullchain.pem`, at('cert.pem')],
        [`/etc/letsencrypt/live/${NAME}/privkey.pem`, at('key.pem')],
        ['/var/log/nginx/', `${folder}/`],
        [CONNECTOR, connector]
    ]);
    await writeFile(at('quo.conf'), adapted('nginx.conf', replacements));
    const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const temporary = kinds.map((kind) => `${kind}_temp_path ${at(kind)};`).join('\n');
    await writeFile(
        at('nginx.conf'),
        `daemon off; pid ${at('pid')}; error_log stderr; events {} http { ${temporary} include ${at('quo.conf')}; }`
    );
    const said = await startServer(t, ['nginx', '-p', folder, '-e', 'stderr', '-c', at('nginx.conf')], httpsPort);
    const log = async (): Promise<string> =>
        [said(), ...(await Promise.all(['quo.log', 'quo-error.log'].map((name) => readFile(at(name), 'utf8'))))].join(
            ''
        );
    return { name: NAME, httpPort, httpsPort, log };
}

export async function startCaddy(t: TestContext, connector: string): Promise<Proxy> {
    const folder = await openFolder(t);
    const [httpPort, httpsPort] = [await freePort(), await freePort()];
    const at = (name: string): string => join(folder, name);
    // A certificate of its own authority, which it does not show to the machine; nobody is asked outside.
    const globals = `{
        admin off
        local_certs
        skip_install_trust
        http_port ${httpPort}
        https_port ${httpsPort}
        storage file_system ${folder}`;
    // The first block is of the whole server.
    await writeFile(at('Caddyfile'), adapted('Caddyfile', new Map([['\n{\n', `\n${globals}\n`]])));
    const command = ['caddy', 'run', '--adapter', 'caddyfile', '--config', at('Caddyfile')] as const;
    const said = await startServer(t, command, httpsPort, { HOME: folder, QUO_CONNECTOR: connector });
    // It says that it has obtained a certificate a moment before it presents it.
    while (!(await shakesHands(httpsPort))) await sleep(LOOK_EVERY);
    return { name: NAME, httpPort, httpsPort, log: async () => said() };
}
