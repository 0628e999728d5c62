import fs from 'node:fs';
import path from 'node:path';
import * as quoLabels from 'c/quoLabels';

const FORCE_APP = path.resolve(__dirname, '../../..');
const read = (file) => fs.readFileSync(path.join(FORCE_APP, file), 'utf8');
const areas = Object.entries(quoLabels).filter(([, area]) => typeof area === 'object');
const names = [...read('labels/CustomLabels.labels-meta.xml').matchAll(/<fullName>(.*?)<\/fullName>/g)].map(
    ([, n]) => n
);
const french = new Map(
    [...read('translations/fr.translation-meta.xml').matchAll(/<label>(.*?)<\/label>\s*<name>(.*?)<\/name>/gs)].map(
        ([, label, name]) => [name, label]
    )
);

test('every label of every area has words', () => {
    for (const [, area] of areas)
        for (const label of Object.values(area))
            for (const text of typeof label === 'string' ? [label] : Object.values(label)) expect(text).toMatch(/\S/);
});

test('every label has a French text, with the same places to fill', () => {
    const english = new Map(
        [
            ...read('labels/CustomLabels.labels-meta.xml').matchAll(
                /<fullName>(.*?)<\/fullName>.*?<value>(.*?)<\/value>/gs
            )
        ].map(([, name, text]) => [name, text])
    );
    const slots = (text) => (text.match(/\{\d\}/g) ?? []).sort().join();
    for (const name of names) {
        expect([name, french.has(name)]).toEqual([name, true]);
        expect([name, slots(french.get(name))]).toEqual([name, slots(english.get(name))]);
    }
});

test('French typography: curly apostrophes, a no-break space before a colon and inside guillemets', () => {
    const wrong = /'|[^\u00A0\d] ?:(?!\/)|« | »/;
    expect([...french].filter(([name = '', text = '']) => name.startsWith('Quo_') && wrong.test(text))).toEqual([]);
});

test('every label that is declared is imported', () => {
    const files = fs.readdirSync(path.join(FORCE_APP, 'lwc/quoLabels')).filter((file) => file.endsWith('.ts'));
    const imports = files.map((file) => read(`lwc/quoLabels/${file}`)).join('\n');
    expect(names.filter((name) => !imports.includes(`c.${name}'`))).toEqual([]);
});

/** The source of every bundle but this one, by bundle. */
const bundles = fs
    .readdirSync(path.join(FORCE_APP, 'lwc'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'quoLabels')
    .map(({ name }) =>
        fs
            .readdirSync(path.join(FORCE_APP, 'lwc', name))
            .filter((file) => /\.(?:ts|html)$/.test(file))
            .map((file) => read(`lwc/${name}/${file}`))
            .join('\n')
    );

test('every label that is imported is shown by a component that uses its area', () => {
    const isShown = (area, key) =>
        bundles.some((text) => {
            const [, renamed] = text.match(new RegExp(`\\b${area}(?: as (\\w+))?[^}]*\\} from 'c/quoLabels'`)) ?? [];
            const alias = renamed ?? area;
            const fields = [...text.matchAll(new RegExp(`(\\w+) = ${alias};`, 'g'))].map(([, field]) => field);
            return [alias, ...fields].some((name) => new RegExp(`\\b${name}\\.${key}\\b`).test(text));
        });
    const unused = areas.flatMap(([area, labels]) =>
        Object.keys(labels)
            .filter((key) => !isShown(area, key))
            .map((key) => `${area}.${key}`)
    );
    expect(unused).toEqual([]);
});

test('placeholders are filled; what is missing stays visible', () => {
    expect(quoLabels.fillLabel('{0} of {1}', 'two', 'five')).toBe('two of five');
    expect(quoLabels.fillLabel('{0} of {1}', 2)).toBe('2 of {1}');
    expect(quoLabels.fillLabel('{0}', '{1}')).toBe('{1}');
});

const isFrench = language === 'fr';

test('numbers are written as the user’s locale writes them', () => {
    expect(quoLabels.fillLabel('{0} · {1}', 1234567, 1.5)).toBe(
        isFrench ? '1\u00A0234\u00A0567 · 1,5' : '1,234,567 · 1.5'
    );
});

test.each([
    [0, '0 activities', '0 activité'],
    [1, '1 activity', '1 activité'],
    [2, '2 activities', '2 activités'],
    [1_000_000, '1,000,000 activities', '1\u00A0000\u00A0000 d’activités']
])('%d takes the form that the language wants: “%s”, « %s »', (number, english, frenchText) => {
    expect(quoLabels.fillPlural(quoLabels.unmatched.activities, number)).toBe(isFrench ? frenchText : english);
});

test('a plural may have further placeholders', () => {
    expect(quoLabels.fillPlural(quoLabels.unmatched.partial, 1, 3)).toBe(
        isFrench
            ? '1 activité sur 3 a été enregistrée; le connecteur complète les autres.'
            : '1 of 3 activities was saved; the connector completes the others.'
    );
});
