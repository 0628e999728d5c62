import { XMLParser } from 'fast-xml-parser';

type Node = string | { readonly [name: string]: Node | readonly Node[] };

const parser = new XMLParser({
    ignoreAttributes: true,
    parseTagValue: false,
    removeNSPrefix: true,
    processEntities: true
});

/** A SOAP call: its name, its arguments and the session that it names. */
export interface SoapCall {
    readonly name: string;
    readonly argument: (name: string) => string | undefined;
    readonly sessionId: string | undefined;
}

/** @returns `undefined` when the text is no SOAP envelope with a call in it */
export function readSoap(text: string): SoapCall | undefined {
    const envelope = child(parser.parse(text) as Node, 'Envelope');
    const body = child(envelope, 'Body');
    const [name, call] = body !== undefined && typeof body === 'object' ? (Object.entries(body)[0] ?? []) : [];
    if (name === undefined) return undefined;
    return {
        name,
        argument: (wanted) => deep(call as Node, wanted),
        sessionId: deep(child(envelope, 'Header'), 'sessionId')
    };
}

function child(node: Node | undefined, name: string): Node | undefined {
    if (node === undefined || typeof node === 'string') return undefined;
    const found = node[name];
    return Array.isArray(found) ? (found as Node[])[0] : (found as Node | undefined);
}

function deep(node: Node | undefined, name: string): string | undefined {
    if (node === undefined || typeof node === 'string') return undefined;
    for (const [key, value] of Object.entries(node)) {
        if (key === name && typeof value === 'string') return value;
        const inner = Array.isArray(value) ? undefined : deep(value as Node, name);
        if (inner !== undefined) return inner;
    }
    return undefined;
}

const METADATA = 'http://soap.sforce.com/2006/04/metadata';

/** The answer to a call, with its result as elements. */
export function soapAnswer(call: string, result: unknown): string {
    return envelope(`<${call}Response>${element('result', result)}</${call}Response>`);
}

export function soapFault(code: string, message: string): string {
    return envelope(
        `<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${escape(`${code}: ${message}`)}</faultstring></soapenv:Fault>`
    );
}

function envelope(body: string): string {
    return (
        '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
        `xmlns:sf="${METADATA}" xmlns="${METADATA}"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`
    );
}

function element(name: string, value: unknown): string {
    if (value === undefined || value === null) return '';
    if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
    if (typeof value === 'string') return `<${name}>${escape(value)}</${name}>`;
    if (typeof value !== 'object') return `<${name}>${JSON.stringify(value)}</${name}>`;
    return `<${name}>${Object.entries(value)
        .map(([key, item]) => element(key, item))
        .join('')}</${name}>`;
}

function escape(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
