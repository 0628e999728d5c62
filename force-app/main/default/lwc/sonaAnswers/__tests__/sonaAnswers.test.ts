import SonaAnswers, { groupByJob } from 'c/sonaAnswers';
import { graphql } from 'lightning/graphql';
import { labelsFor } from 'test/labels';
import { find, findAll, mount, textOf } from 'test/mount';

const labels = labelsFor('sona');
const value = (given) => ({ value: given });
const node = (Id, job, question, text, fullAnswer: string | null = null) => ({
    Id,
    job: value(job),
    question: value(question),
    answer: value(text),
    fullAnswer: value(fullAnswer)
});
const NODES = [
    node('a1', 'Rendez-vous', 'Quand?', 'Lundi'),
    node('a2', 'Rendez-vous', 'Urgent?', 'Oui'),
    node('a3', 'Coordonnées', 'Adresse?', '12, chemin…', '12, chemin du Lac\nSaint-Sauveur')
];
const emit = async (nodes) => {
    graphql.emit({ uiapi: { query: { answers: { edges: nodes.map((one) => ({ node: one })) } } } });
    await settled();
};
const start = () => mount('c-sona-answers', SonaAnswers, { recordId: 'a00000000000001AAA' });

test('answers stand under their job, in order, whole where they are long', async () => {
    const element = await start();
    expect(graphql.getLastConfig().variables).toEqual({ call: 'a00000000000001AAA' });
    await emit(NODES);
    expect(findAll(element, '.job').map(textOf)).toEqual([
        'Rendez-vous Quand? Lundi Urgent? Oui',
        'Coordonnées Adresse? 12, chemin du Lac Saint-Sauveur'
    ]);
    await expect(element).toBeAccessible();
});

test('a job that ran twice is shown twice', () => {
    const groups = groupByJob([...NODES.slice(0, 2), node('a4', 'Rendez-vous', 'Quand?', 'Mardi')]);
    expect(groups.map(({ answers }) => answers.map(({ answer }) => answer))).toEqual([['Lundi', 'Oui'], ['Mardi']]);
});

test('answers without a job have a heading too', () => {
    expect(groupByJob([node('a1', null, 'Quand?', 'Lundi')])[0].job).toBe(labels.otherAnswers);
});

test('no answers: it says so', async () => {
    const element = await start();
    await emit([]);
    expect(textOf(find(element, '.none'))).toBe(labels.noAnswers);
});

test('answers that cannot be loaded are not shown as none', async () => {
    const element = await start();
    graphql.emitErrors([{ message: 'fetch failed' }]);
    await settled();
    expect(find(element, '.none')).toBeNull();
    expect(find(element, 'c-quo-message-card').sentence).toBe(labels.answersMissing);
});
