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
    for (const [, area] of areas) for (const text of Object.values(area)) expect(text).toMatch(/\S/);
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

test('no label is declared that no component says', () => {
    const used = fs.readdirSync(path.join(FORCE_APP, 'lwc/quoLabels')).filter((file) => file.endsWith('.ts'));
    const text = used.map((file) => read(`lwc/quoLabels/${file}`)).join('\n');
    for (const name of names) expect([name, text.includes(`c.${name}'`)]).toEqual([name, true]);
});

test('slots are filled; what is missing stays visible', () => {
    expect(quoLabels.say('{0} of {1}', 2, 5)).toBe('2 of 5');
    expect(quoLabels.say('{0} of {1}', 2)).toBe('2 of {1}');
    expect(quoLabels.count('one', '{0} things', 1)).toBe('one');
    expect(quoLabels.count('one', '{0} things', 0)).toBe('0 things');
});
