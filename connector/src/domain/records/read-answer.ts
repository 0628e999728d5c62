/**
 * A number as people write it: `12`, `-3.5`, `1 200,50 $`, `1,200.50`. A comma before exactly three digits could be
 * either a thousand or a decimal, so `1,200` alone is no number.
 */
export function asNumber(text: string): number | undefined {
    const bare = text
        .trim()
        .replace(/^[$€£]\s*|\s*(?:[$€£%]|CAD|USD|EUR)$/gi, '')
        .replace(/[\u00A0\u202F]/g, ' ');
    if (/^-?\d+(?:\.\d+)?$/.test(bare)) return Number(bare);
    if (/^-?\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(bare)) return Number(bare.replaceAll(' ', '').replace(',', '.'));
    if (/^-?\d{1,3}(?:,\d{3})+\.\d+$/.test(bare) || /^-?\d{1,3}(?:,\d{3}){2,}$/.test(bare))
        return Number(bare.replaceAll(',', ''));
    if (/^-?\d+,\d+$/.test(bare) && !/^-?\d{1,3},\d{3}$/.test(bare)) return Number(bare.replace(',', '.'));
    return undefined;
}

/** `YYYY-MM-DD`, where the text is a day of the calendar in that form; anything else would be a guess. */
export function asDate(text: string): string | undefined {
    const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text.trim());
    if (!found) return undefined;
    const day = new Date(`${found[0]}T00:00:00.000Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(found[0]) ? found[0] : undefined;
}

/** An ISO moment with its zone, in UTC. */
export function asInstant(text: string): string | undefined {
    const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(text.trim());
    const time = isMoment ? Date.parse(text.trim()) : Number.NaN;
    return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
