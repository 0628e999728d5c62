import { unzipSync } from 'fflate';

/** A file of an archive. */
export interface ZippedFile {
    readonly path: string;
    readonly content: Buffer;
}

/** Unpacks a zip held in memory. @throws {Error} when the bytes are no zip, or a file is packed in an unknown way */
export function unzip(zip: Buffer): ZippedFile[] {
    return Object.entries(unzipSync(zip))
        .filter(([path]) => !path.endsWith('/'))
        .map(([path, bytes]) => ({ path, content: Buffer.from(bytes) }));
}
