import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** A household or a rented machine has at least this much of IPv6 for itself: its first four groups of eight. */
const OWN = 4;

/** Who counts as one caller: an IPv4 address, also one that is written as IPv6, or a network of IPv6 (/64). */
export function rateLimitKey(address: string): string {
    const plain = address.split('%', 1)[0] ?? '';
    if (!isIPv6(plain)) return address;
    const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
    if (mapped !== undefined) return mapped;
    const [before = '', after = ''] = plain.toLowerCase().split('::');
    const [head, tail] = [groups(before), groups(after)];
    const zeros = Array.from({ length: Math.max(0, GROUPS - head.length - tail.length) }, () => '0');
    const whole = plain.includes('::') ? [...head, ...zeros, ...tail] : head;
    return `${whole.slice(0, OWN).map(withoutZeros).join(':')}::/64`;
}

/** An IPv4 address at the end stands for two groups. */
function groups(text: string): readonly string[] {
    return text === '' ? [] : text.split(':').flatMap((group) => (group.includes('.') ? [group, group] : [group]));
}

function withoutZeros(group: string): string {
    return group.replace(/^0+(?=.)/, '');
}
