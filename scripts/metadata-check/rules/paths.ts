import { findField } from '../fields.ts';
import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { all, text, texts } from 'salesforce-metadata/xml.ts';

/** Key fields that a step shows (Salesforce Help, "Considerations and Guidelines for Creating Paths"). */
const STEP_FIELDS = 5;

function checkPath(model: PackageModel, path: Component): string[] {
    const object = text(path.root, 'entityName') ?? '';
    const field = text(path.root, 'fieldName') ?? '';
    const values = findField(model, object, field)?.picklist.map(({ value }) => value) ?? [];
    if (values.length === 0) return [`follows ${object}.${field}, which is no picklist of the package`];
    const steps = all(path.root, 'pathAssistantSteps');
    const named = steps.map((step) => text(step, 'picklistValueName') ?? '');
    const shown = steps.flatMap((step) => texts(step, 'fieldNames'));
    return [
        ...named
            .filter((value) => !values.includes(value))
            .map((value) => `has a step "${value}", which ${field} never is`),
        ...named.filter((value, n) => named.indexOf(value) !== n).map((value) => `has the step "${value}" twice`),
        ...values.filter((value) => !named.includes(value)).map((value) => `has no step for "${value}"`),
        ...shown.filter((name) => !findField(model, object, name)).map((name) => `shows ${name}, which is not there`),
        ...steps
            .filter((step) => texts(step, 'fieldNames').length > STEP_FIELDS)
            .map((step) => `shows more than ${STEP_FIELDS} fields at "${text(step, 'picklistValueName') ?? ''}"`)
    ];
}

/** A path has one step for each value of its field, with fields that exist. */
export function checkPathRules(model: PackageModel): Problem[] {
    return model
        .of('pathAssistant')
        .flatMap((path) => checkPath(model, path).map((message) => problem(path.file, message)));
}
