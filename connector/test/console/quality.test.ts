import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qualityPage } from '../../src/console/quality/quality.page.ts';
import { QUALITY_ROWS } from '../../src/contracts/monitoring.ts';
import type { Language } from '../../src/locales/catalogue.ts';

const CONNECTION = {
    id: 'acme',
    name: 'Acme',
    isFromEnvironment: false,
    isWhole: true,
    webhook: { url: '', isOurs: true, keys: 1 }
};
const CANDIDATE = { id: '003000000000001AAA', object: 'Contact' as const, name: 'Anne Roy' };

/** The titles of the lists, each with its count. */
function titles(rows: number, unreadableInAll: number, language: Language = 'en'): readonly string[] {
    const all = <T>(row: T): readonly T[] => Array.from({ length: rows }, () => row);
    const quality = {
        ambiguous: all({
            number: '+15145550111',
            candidates: [CANDIDATE],
            activities: 1,
            newestActivityKey: 'call_AC1'
        }),
        duplicates: all({ candidates: [CANDIDATE], activities: 1 }),
        unowned: all({ activityKey: 'call_AC1', title: null, salesforceId: '00T000000000001AAA' }),
        unreadable: all({ id: CANDIDATE.id, object: 'Contact', name: 'Anne Roy', field: 'Phone', text: '???' }),
        unreadableInAll
    };
    const session = { language, formToken: 't' };
    const forget = { reports: [], timeZone: 'UTC' };
    const { content } = qualityPage({ session, connection: CONNECTION, quality, forget });
    return [...String(content).matchAll(/<h\d[^>]*>[\s\S]*?<\/h\d>/g)].map(([title]) =>
        title
            .replaceAll(/<[^>]*>/g, '')
            .replaceAll(/\s+/g, ' ')
            .trim()
    );
}

test('a list that is full says that there may be more, and a count that is known is told', () => {
    const full = titles(QUALITY_ROWS, 2_345);
    assert.equal(full.filter((title) => title.endsWith('(100 or more)')).length, 3, full.join('; '));
    assert.ok(full.includes('Phone fields with something that is no number (2,345)'), full.join('; '));
    const short = titles(QUALITY_ROWS - 1, 99);
    assert.equal(short.filter((title) => title.endsWith('(99)')).length, 4, short.join('; '));
    const french = titles(QUALITY_ROWS, 99, 'fr');
    assert.equal(french.filter((title) => title.endsWith('(100 ou plus)')).length, 3, french.join('; '));
});
