import { crc32, deflateSync } from 'node:zlib';

const SIZE = 96;

/** A small PNG: what people send by text, as far as a test needs it. */
export const PICTURE: Buffer = png(SIZE, (x, y) => (Math.floor(x / 12) + Math.floor(y / 12)) % 2 === 0);

function png(size: number, dark: (x: number, y: number) => boolean): Buffer {
    const head = Buffer.alloc(13);
    head.writeUInt32BE(size, 0);
    head.writeUInt32BE(size, 4);
    head[8] = 8; // bits; colour type 0 (grey) and no interlacing are the zeros that follow
    const rows = Buffer.alloc(size * (size + 1));
    for (let y = 0; y < size; y++) {
        for (let x = 0; x < size; x++) rows[y * (size + 1) + 1 + x] = dark(x, y) ? 90 : 220;
    }
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return Buffer.concat([
        signature,
        chunk('IHDR', head),
        chunk('IDAT', deflateSync(rows)),
        chunk('IEND', Buffer.alloc(0))
    ]);
}

function chunk(name: string, data: Buffer): Buffer {
    const body = Buffer.concat([Buffer.from(name, 'ascii'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
}
