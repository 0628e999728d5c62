import type { PackageModel } from 'salesforce-metadata/package-model.ts';
import type { Problem } from 'salesforce-metadata/problem.ts';
import { checkBilingual } from './translations/bilingual.ts';
import { checkFieldTranslations } from './translations/fields.ts';
import { checkObjectTranslations } from './translations/objects.ts';
import { checkOtherTranslations } from './translations/others.ts';

/** Every visible word in English and in French, none left over, none the same by accident, French well set. */
export function checkTranslations(model: PackageModel): Problem[] {
    return [checkFieldTranslations, checkObjectTranslations, checkOtherTranslations, checkBilingual].flatMap((check) =>
        check(model)
    );
}
