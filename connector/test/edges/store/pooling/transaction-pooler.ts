import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import pg from 'pg';

/** What pgbouncer 1.18 takes at the start of a connection; the rest it refuses. https://www.pgbouncer.org/config.html */
const TAKEN = new Set(['user', 'database', 'client_encoding', 'datestyle', 'timezone', 'application_name']);
const SSL_REQUEST = 80_877_103;

const LETTER = { auth: 'R', error: 'E', ready: 'Z', status: 'S', terminate: 'X' } as const;

export interface Pooler {
    /** Connects through the pooler. */
    readonly databaseUrl: string;
    stop(): Promise<void>;
}

/**
 * A pooler that works as pgbouncer does with `pool_mode = transaction`, and less kindly: each transaction goes to the
 * connection that has rested longest, so what one leaves on its session the next never finds.
 */
export async function startPooler(serverUrl: string, connections: number): Promise<Pooler> {
    const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: serverUrl }));
    await Promise.all(clients.map((client) => client.connect()));
    const pool = restingOnes(clients.map(takenOver));
    const open = new Set<Socket>();
    const server = createServer((socket) => {
        open.add(socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy()));
        serve(socket, pool);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { pathname } = new URL(serverUrl);
    return {
        databaseUrl: `postgres://anybody@127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
        async stop() {
            for (const socket of open) socket.destroy();
            server.close();
            await Promise.all(
                clients.map((client) => new Promise((gone) => client.connection.stream.once('close', gone).destroy()))
            );
        }
    };
}

/** The driver signs in; then its connection is ours. */
function takenOver(client: pg.Client): Duplex {
    const raw = client.connection.stream;
    for (const event of ['data', 'end', 'close', 'error']) raw.removeAllListeners(event);
    return raw.on('error', () => {});
}

interface Resting {
    take(): Promise<Duplex>;
    giveBack(connection: Duplex): void;
}

function restingOnes(free: Duplex[]): Resting {
    const waiting: ((connection: Duplex) => void)[] = [];
    return {
        take: () => {
            const next = free.shift();
            return next ? Promise.resolve(next) : new Promise((resolve) => waiting.push(resolve));
        },
        giveBack: (connection) => {
            const next = waiting.shift();
            if (next) next(connection);
            else free.push(connection);
        }
    };
}

function serve(socket: Socket, pool: Resting): void {
    const messages = framesOf();
    let held: Promise<Duplex> | undefined;
    let isStarted = false;
    const hold = (): Promise<Duplex> =>
        (held ??= pool.take().then((connection) => {
            const answers = framesOf();
            const pass = (chunk: Buffer): void => {
                socket.write(chunk);
                // Ready, and in no transaction: the connection is somebody else's now.
                const isIdle = answers(chunk).some(
                    ({ letter, body }) => letter === LETTER.ready && body.toString() === 'I'
                );
                if (!isIdle) return;
                connection.off('data', pass);
                held = undefined;
                pool.giveBack(connection);
            };
            return connection.on('data', pass);
        }));
    socket.on('data', (chunk: Buffer) => {
        if (!isStarted) isStarted = welcome(socket, chunk);
        else if (messages(chunk).some(({ letter }) => letter === LETTER.terminate)) socket.end();
        else void hold().then((connection) => connection.write(chunk));
    });
}

/** @returns whether the client is in */
function welcome(socket: Socket, chunk: Buffer): boolean {
    if (chunk.readInt32BE(4) === SSL_REQUEST) return !socket.write('N');
    const words = chunk.subarray(8).toString().split('\0');
    const refused = words.find((word, at) => at % 2 === 0 && word !== '' && !TAKEN.has(word.toLowerCase()));
    if (refused !== undefined) {
        socket.end(frame(LETTER.error, `SFATAL\0C08P01\0Munsupported startup parameter: ${refused}\0\0`));
        return false;
    }
    socket.write(Buffer.concat([frame(LETTER.auth, '\0\0\0\0'), frame(LETTER.ready, 'I')]));
    return true;
}

function frame(letter: string, body: string): Buffer {
    const length = Buffer.alloc(4);
    length.writeInt32BE(4 + Buffer.byteLength(body));
    return Buffer.concat([Buffer.from(letter), length, Buffer.from(body)]);
}

/** Cuts a stream into messages, however it is cut into chunks: a letter, a length that counts itself, a body. */
function framesOf(): (chunk: Buffer) => readonly { readonly letter: string; readonly body: Buffer }[] {
    let rest: Buffer = Buffer.alloc(0);
    return (chunk) => {
        rest = Buffer.concat([rest, chunk]);
        const whole: { letter: string; body: Buffer }[] = [];
        while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
            const end = 1 + rest.readInt32BE(1);
            whole.push({ letter: rest.toString('latin1', 0, 1), body: rest.subarray(5, end) });
            rest = rest.subarray(end);
        }
        return whole;
    };
}
