import { strToU8, zipSync } from 'fflate';

const MANIFEST =
    '<?xml version="1.0" encoding="UTF-8"?><Package xmlns="http://soap.sforce.com/2006/04/metadata"><types>' +
    '<members>*</members><name>CustomObject</name></types><version>66.0</version></Package>';

/** An archive as the Metadata API takes it, of files by their path in it. */
export function zipped(files: Readonly<Record<string, string>>): Buffer {
    const texts = Object.entries({ 'package.xml': MANIFEST, ...files });
    return Buffer.from(zipSync(Object.fromEntries(texts.map(([path, text]) => [path, strToU8(text)]))));
}

/** Asks for a deploy, as `POST metadata/deployRequest` with two parts. @returns the id to ask for the result with */
export async function requestDeploy(
    base: string,
    token: string,
    files: Readonly<Record<string, string>>,
    checkOnly = false
): Promise<string> {
    const form = new FormData();
    form.append('json', new Blob([JSON.stringify({ deployOptions: { checkOnly } })], { type: 'application/json' }));
    form.append('file', new Blob([new Uint8Array(zipped(files))], { type: 'application/zip' }), 'deploy.zip');
    const headers = { authorization: `Bearer ${token}` };
    const asked = await fetch(`${base}/metadata/deployRequest`, { method: 'POST', headers, body: form });
    if (asked.status !== 201) throw new Error(`The deploy was answered ${asked.status}: ${await asked.text()}`);
    return ((await asked.json()) as { readonly id: string }).id;
}
