/** What is wrong with an `http(s)` address of somebody else; `undefined`: nothing. */
export function addressFault(value: string): string | undefined {
    if (!URL.canParse(value)) return `"${value}" is not an address`;
    const { protocol, hostname, search, hash, username } = new URL(value);
    if (username !== '') return 'an address with a user name in it is refused';
    if (search !== '' || hash !== '') return `"${value}" has something behind its path`;
    if (protocol === 'https:') return undefined;
    if (protocol !== 'http:') return `"${value}" is not an http(s) address`;
    return isLoopback(hostname) ? undefined : `"${value}" is not encrypted, which is allowed on this machine only`;
}

/** True for the names and addresses of this machine, where http is enough. */
export function isLoopback(hostname: string): boolean {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** What is wrong with an address to listen on, `127.0.0.1:9464` or `[::1]:9464`; `undefined`: nothing. */
export function listenFault(value: string): string | undefined {
    const { host, port } = listenAddress(value);
    return host !== '' && port >= 0 && port <= 65_535 ? undefined : `"${value}" is not <host>:<port>`;
}

/** @returns an empty host where the text is no such address */
export function listenAddress(value: string): { readonly host: string; readonly port: number } {
    const colon = value.lastIndexOf(':');
    const [host, port] = [value.slice(0, Math.max(0, colon)), value.slice(colon + 1)];
    if (!/^\d{1,5}$/.test(port)) return { host: '', port: -1 };
    const isBracketed = host.startsWith('[') && host.endsWith(']');
    if (!isBracketed && host.includes(':')) return { host: '', port: -1 };
    return { host: isBracketed ? host.slice(1, -1) : host, port: Number(port) };
}
