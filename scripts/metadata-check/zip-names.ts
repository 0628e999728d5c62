const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** Sizes of the fixed parts of both records (APPNOTE.TXT 4.3.12 and 4.3.16). */
const END_SIZE = 22;
const ENTRY_SIZE = 46;

/**
 * Names of the files in a zip, from its central directory.
 *
 * @throws {Error} when the bytes are no zip
 */
export function zipNames(zip: Buffer): readonly string[] {
    let end = zip.length - END_SIZE;
    while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
    if (end < 0) throw new Error('These bytes are no zip: they have no central directory.');
    const names: string[] = [];
    let at = zip.readUInt32LE(end + 16);
    while (at < end && zip.readUInt32LE(at) === DIRECTORY_ENTRY) {
        const nameLength = zip.readUInt16LE(at + 28);
        names.push(zip.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength));
        at += ENTRY_SIZE + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return names.filter((name) => !name.endsWith('/'));
}
