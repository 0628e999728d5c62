import { parseXml, type Element } from 'salesforce-metadata/xml.ts';

/** A SOAP call: its name, its arguments and the session that it names. */
export interface SoapCall {
    readonly name: string;
    readonly argument: (name: string) => string | undefined;
    readonly sessionId: string | undefined;
}

/** @returns `undefined` when the text is no SOAP envelope with a call in it */
export function readSoap(text: string): SoapCall | undefined {
    const envelope = parseXml(text);
    if ('fault' in envelope || localName(envelope) !== 'Envelope') return undefined;
    const [call] = child(envelope, 'Body')?.children ?? [];
    if (call === undefined) return undefined;
    return {
        name: localName(call),
        argument: (wanted) => deepText(call, wanted),
        sessionId: deepText(child(envelope, 'Header'), 'sessionId')
    };
}

/** Clients choose their prefixes themselves. */
function localName({ name }: Element): string {
    return name.slice(name.indexOf(':') + 1);
}

function child(element: Element, name: string): Element | undefined {
    return element.children.find((one) => localName(one) === name);
}

function deepText(element: Element | undefined, name: string): string | undefined {
    for (const one of element?.children ?? []) {
        if (localName(one) === name && one.children.length === 0) return one.text.trim();
        const inner = deepText(one, name);
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
