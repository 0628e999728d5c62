import { packagedFields, type Field } from '../fields.ts';
import type { PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { all, text, type Element } from 'salesforce-metadata/xml.ts';
import { checkPair } from './pair.ts';

function checkValues(field: Field, translation: Element, file: string): Problem[] {
    const translated = new Map(
        all(translation, 'picklistValues').map((one) => [text(one, 'masterLabel') ?? '', text(one, 'translation')])
    );
    const found = field.picklist.flatMap(({ label }) =>
        checkPair(file, `the value ${label} of ${field.name}`, label, translated.get(label))
    );
    for (const label of translated.keys()) {
        if (field.picklist.some((choice) => choice.label === label)) continue;
        found.push(problem(file, `translates the value ${label}, which ${field.name} does not have`));
    }
    return found;
}

function checkField(model: PackageModel, field: Field): Problem[] {
    const translation = model.find('fieldTranslation', `${field.object}-fr.${field.name}`);
    if (!translation) return [problem(field.file, 'has no French translation')];
    const { root, file } = translation;
    const found = checkPair(file, `the label of ${field.name}`, field.label, text(root, 'label'));
    const help = text(field.root, 'inlineHelpText') ?? '';
    found.push(...checkPair(file, `the help of ${field.name}`, help, text(root, 'help')));
    const relation = text(field.root, 'relationshipLabel');
    if (relation)
        found.push(...checkPair(file, `the related list of ${field.name}`, relation, text(root, 'relationshipLabel')));
    return [...found, ...checkValues(field, root, file)];
}

/** Labels, help, related lists and picklist values of every field, in both languages and both ways. */
export function checkFieldTranslations(model: PackageModel): Problem[] {
    const fields = packagedFields(model);
    const known = new Set(fields.map((field) => `${field.object}-fr.${field.name}`));
    return [
        ...fields.flatMap((field) => checkField(model, field)),
        ...model
            .of('fieldTranslation')
            .filter((one) => !known.has(one.name))
            .map((one) => problem(one.file, 'translates a field that is not there'))
    ];
}
