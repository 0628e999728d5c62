/**
 * What a browser may show inside a page, by how the file itself begins: what a sender or Quo calls it decides nothing.
 * SVG and HTML are none of them. https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern
 */
const SHOWN: readonly { readonly type: string; readonly extension: string; readonly begins: RegExp }[] = [
    { type: 'image/jpeg', extension: 'jpg', begins: /^\xff\xd8\xff/ },
    // The byte between the two line ends is 0x1A.
    { type: 'image/png', extension: 'png', begins: /^\x89PNG\r\n.\n/s },
    { type: 'image/gif', extension: 'gif', begins: /^GIF8[79]a/ },
    { type: 'image/webp', extension: 'webp', begins: /^RIFF[^]{4}WEBPVP/ }
];
/** The longest of these beginnings. */
export const BEGINNING = 14;

/** Files that people send, so that what is saved opens with the right program. Whatever else it is, is saved as bytes. */
const SAVED: Readonly<Record<string, string>> = {
    'application/pdf': 'pdf',
    'text/vcard': 'vcf',
    'text/x-vcard': 'vcf',
    'text/calendar': 'ics',
    'text/plain': 'txt',
    'image/heic': 'heic',
    'image/heif': 'heif',
    'audio/mpeg': 'mp3',
    'audio/mp4': 'm4a',
    'audio/amr': 'amr',
    'audio/ogg': 'ogg',
    'audio/wav': 'wav',
    'video/mp4': 'mp4',
    'video/3gpp': '3gp',
    'video/quicktime': 'mov'
};

export interface FileType {
    readonly type: string;
    readonly extension: string;
    /** Whether it may be shown; else it is only saved. */
    readonly isShown: boolean;
}

/**
 * @param beginning the file's first bytes, at least `BEGINNING` where it has so many
 * @param told what Quo calls it, with or without parameters
 */
export function fileType(beginning: Uint8Array, told: string | null): FileType {
    const text = Buffer.from(beginning.subarray(0, BEGINNING)).toString('latin1');
    const shown = SHOWN.find(({ begins }) => begins.test(text));
    if (shown !== undefined) return { type: shown.type, extension: shown.extension, isShown: true };
    const type = told?.split(';')[0]?.trim().toLowerCase() ?? '';
    const extension = Object.hasOwn(SAVED, type) ? SAVED[type] : undefined;
    return extension === undefined
        ? { type: 'application/octet-stream', extension: 'bin', isShown: false }
        : { type, extension, isShown: false };
}
