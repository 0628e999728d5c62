/** What a person reads of a page's content: without its markup, its header and its blanks. */
export function readable(page: string): string {
    const main = /<main[^>]*>(.*)<\/main>/s.exec(page)?.[1] ?? page;
    return main
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
        .replaceAll(/\s+/g, ' ')
        .trim();
}

/** What stands in a page and should not: texts of ours that were put together wrongly. */
export function slips(page: string): readonly string[] {
    const text = readable(page).replaceAll('{n}', '');
    return [/undefined/, /\[object/, /\bNaN\b/, /Invalid Date/, /\{\w+[},]/, /function ?\(/].flatMap(
        (wrong) => wrong.exec(text)?.[0] ?? []
    );
}
