/** What every test of a bundle stands on: real labels, an accessibility check, a clean page. */
const fs = require('node:fs');
const path = require('node:path');
const { XMLParser } = require('fast-xml-parser');
const { registerSa11yMatcher } = require('@sa11y/jest');

const FORCE_APP = path.resolve(__dirname, '../../force-app/main/default');
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => ['labels', 'customLabels'].includes(name) });
const read = (file) => parser.parse(fs.readFileSync(path.join(FORCE_APP, file), 'utf8'));

const french = global.language === 'fr';
const words = french
    ? read('translations/fr.translation-meta.xml').Translations.customLabels.map(({ name, label }) => [name, label])
    : read('labels/CustomLabels.labels-meta.xml').CustomLabels.labels.map(({ fullName, value }) => [fullName, value]);
for (const [name, text] of words) {
    jest.mock(`@salesforce/label/c.${name}`, () => ({ __esModule: true, default: text }), { virtual: true });
}
for (const name of ['Quo_Use', 'Quo_Listen']) {
    jest.mock(
        `@salesforce/customPermission/${name}`,
        () => ({
            __esModule: true,
            get default() {
                return !global.deniedPermissions.has(name) || undefined;
            }
        }),
        { virtual: true }
    );
}
jest.mock('@salesforce/i18n/lang', () => ({ __esModule: true, default: global.language === 'fr' ? 'fr' : 'en-US' }), {
    virtual: true
});
jest.mock(
    '@salesforce/i18n/locale',
    () => ({ __esModule: true, default: global.language === 'fr' ? 'fr-CA' : 'en-CA' }),
    {
        virtual: true
    }
);
jest.mock('@salesforce/i18n/timeZone', () => ({ __esModule: true, default: 'America/Toronto' }), { virtual: true });
jest.mock('@salesforce/user/Id', () => ({ __esModule: true, default: '005000000000001AAA' }), { virtual: true });

/** Custom permissions that the user lacks in the test at hand. */
global.deniedPermissions = new Set();

/** Waits until everything that was set off has settled: promises, wires, renders. */
global.settled = async () => {
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
};

registerSa11yMatcher();

// What the engine or a component complains about is a fault, not noise.
const complaints = [];
for (const level of ['warn', 'error'])
    console[level] = (...words) => complaints.push(`console.${level}: ${words.join(' ')}`);

afterEach(() => {
    document.body.replaceChildren();
    global.deniedPermissions.clear();
    window.localStorage.clear();
    jest.clearAllMocks();
    expect(complaints.splice(0)).toEqual([]);
});
