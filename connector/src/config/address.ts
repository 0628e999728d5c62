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
