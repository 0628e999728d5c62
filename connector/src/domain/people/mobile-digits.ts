/**
 * A digit that mobile numbers of some countries have in one spelling and lack in another, so that one telephone is told
 * in two ways:
 *
 * - Mexico's 1 after the country code, abolished in 2019 and still sent by carriers (ITU notification of 2019-07-08);
 * - Argentina's 9 after the country code, dialled from abroad and dropped at home;
 * - Brazil's ninth digit, a 9 before the eight of a mobile number, added from 2012 to 2016.
 */
const SPELLINGS: readonly {
    readonly long: RegExp;
    readonly short: RegExp;
    readonly digit: string;
    /** The spelling that stands for both. */
    readonly kept: 'long' | 'short';
}[] = [
    { long: /^(\+52)1(\d{10})$/, short: /^(\+52)(\d{10})$/, digit: '1', kept: 'short' },
    { long: /^(\+54)9(\d{10})$/, short: /^(\+54)(\d{10})$/, digit: '9', kept: 'short' },
    { long: /^(\+55[1-9]\d)9([6-9]\d{7})$/, short: /^(\+55[1-9]\d)([6-9]\d{7})$/, digit: '9', kept: 'long' }
];

/**
 * Every E.164 spelling of one telephone, the given one first. Most numbers have a single one.
 *
 * @param number anything; what has no other spelling comes back alone
 */
export function spellingsOf(number: string): readonly string[] {
    for (const { long, short, digit } of SPELLINGS) {
        const [isLong, isShort] = [long.test(number), short.test(number)];
        if (isLong) return [number, number.replace(long, '$1$2')];
        if (isShort) return [number, number.replace(short, `$1${digit}$2`)];
    }
    return [number];
}

/** The same text for every spelling of one telephone. */
export function sameTelephone(number: string): string {
    for (const { long, short, digit, kept } of SPELLINGS) {
        if (kept === 'short' && long.test(number)) return number.replace(long, '$1$2');
        if (kept === 'long' && short.test(number)) return number.replace(short, `$1${digit}$2`);
    }
    return number;
}
