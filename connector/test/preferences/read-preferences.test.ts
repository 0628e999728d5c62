import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPreferences, readPreferencesText } from '../../src/preferences/read-preferences.ts';
import { DEFAULT_PREFERENCES } from '../../src/domain/preferences/preferences.ts';

test('every preference is optional', () => {
    assert.deepEqual(readPreferences({}), DEFAULT_PREFERENCES);
});

test('what is chosen replaces the default, and only that', () => {
    const chosen = readPreferencesText('{"language":"en","inboxes":["PN1"],"unknownCallers":"lead"}');
    assert.deepEqual(chosen, { ...DEFAULT_PREFERENCES, language: 'en', inboxes: ['PN1'], unknownCallers: 'lead' });
});

test('every faulty key is named at once', () => {
    const faulty = {
        language: 'de',
        timeZone: 'Mars/Olympus',
        inboxes: ['+1514'],
        defaultRegion: 'canada',
        logCalls: 'yes'
    };
    assert.throws(
        () => readPreferences(faulty),
        (error: Error) => Object.keys(faulty).every((key) => error.message.includes(key))
    );
});

test('a faulty key is told with what was seen and an example that would do', () => {
    const faulty = { language: 'de', fallbackOwner: 'me', inboxOwners: { PN1: 7 } };
    const told = /language: "de".*"fr"\n.*fallbackOwner: "me".*email.*@.*\n.*inboxOwners\.PN1: 7.*@/;
    assert.throws(() => readPreferences(faulty), told);
    for (const fallbackOwner of ['005Kd000000001AAAQ', '00GKd000000001A', 'someone@example.com'])
        assert.equal(readPreferences({ fallbackOwner }).fallbackOwner, fallbackOwner);
});

test('a key that does not exist is refused, because a typing error would otherwise be silent', () => {
    assert.throws(() => readPreferences({ logCall: false }), /logCall/);
});

test('a file that is not JSON says so', () => {
    assert.throws(() => readPreferencesText('language = fr'), /CONFIG-PREFERENCES.*not JSON/s);
});
