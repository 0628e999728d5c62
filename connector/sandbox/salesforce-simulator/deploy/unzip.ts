import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** Sizes of the fixed parts (APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16). */
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;

/** A file of an archive. */
export interface ZippedFile {
    readonly path: string;
    readonly content: Buffer;
}

/**
 * Unpacks a zip held in memory.
 *
 * @throws {Error} when the bytes are no zip, or one of its files is packed in another way than deflate
 */
export function unzip(zip: Buffer): ZippedFile[] {
    let end = zip.length - END_SIZE;
    while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
    if (end < 0) throw new Error('The bytes are no zip: they have no central directory.');
    const files: ZippedFile[] = [];
    let at = zip.readUInt32LE(end + 16);
    while (at < end && zip.readUInt32LE(at) === DIRECTORY_ENTRY) {
        const nameLength = zip.readUInt16LE(at + 28);
        const path = zip.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength);
        if (!path.endsWith('/')) files.push({ path, content: contentOf(zip, at, path) });
        at += ENTRY_SIZE + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return files;
}

function contentOf(zip: Buffer, entry: number, path: string): Buffer {
    const method = zip.readUInt16LE(entry + 10);
    const size = zip.readUInt32LE(entry + 20);
    const local = zip.readUInt32LE(entry + 42);
    const start = local + LOCAL_SIZE + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    if (method === STORED) return packed;
    if (method !== DEFLATED) throw new Error(`${path} is packed by a method (${method}) other than deflate.`);
    return inflateRawSync(packed);
}
