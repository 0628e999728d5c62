import { once } from 'node:events';
import { Busboy } from '@fastify/busboy';

/** One part of a multipart body. */
export interface Part {
    readonly name: string;
    readonly content: Buffer;
}

/** Splits a `multipart/form-data` body. @throws {Error} when it is none, or breaks off inside a part */
export async function readMultipart(body: Buffer, contentType: string): Promise<Part[]> {
    const reader = new Busboy({ headers: { 'content-type': contentType } });
    const parts: Part[] = [];
    reader.on('field', (name, value) => parts.push({ name, content: Buffer.from(value) }));
    reader.on('file', (name, stream) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => parts.push({ name, content: Buffer.concat(chunks) }));
    });
    const finished = once(reader, 'finish');
    reader.end(body);
    await finished;
    return parts;
}
