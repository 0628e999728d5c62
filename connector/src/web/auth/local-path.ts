/**
 * A way to one of our own pages, from a value that anybody may have written. Browsers read `//host`, `/\host` and
 * control characters as other hosts.
 *
 * @returns the path with its query; `undefined` for everything that could lead elsewhere
 */
export function localPath(value: unknown): string | undefined {
    if (typeof value !== 'string' || value.length > 2_000) return undefined;
    // eslint-disable-next-line no-control-regex -- control characters are what is refused here
    if (!/^\/(?![/\\])/.test(value) || /[\u0000-\u001f\\]/.test(value)) return undefined;
    const ours = 'http://ourselves.invalid';
    if (!URL.canParse(value, ours)) return undefined;
    const { origin, pathname, search } = new URL(value, ours);
    return origin === ours && !pathname.startsWith('//') ? pathname + search : undefined;
}
