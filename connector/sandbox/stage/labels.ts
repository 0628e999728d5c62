import path from 'node:path';
import { all, trimmed } from 'salesforce-metadata/xml.ts';
import { FORCE_APP } from './build/tags.ts';
import { readMetadata } from './metadata.ts';

export type Language = 'en' | 'fr';

/** Words of the base components themselves, which an org translates for its users. */
const PLATFORM_FR: Readonly<Record<string, string>> = {
    'LightningCombobox.placeholder': 'Sélectionner une option',
    'LightningCombobox.ariaSelectedOptions': 'Options sélectionnées :',
    'LightningCombobox.currentSelection': '{0} - Sélection actuelle : {1}',
    'LightningCombobox.loadingText': 'Chargement',
    'LightningControl.clear': 'Effacer',
    'LightningControl.loading': 'Chargement',
    'LightningControl.required': 'obligatoire',
    'LightningButtonMenu.showMenu': 'Afficher le menu',
    'LightningButtonMenu.loading': 'Chargement des options…'
};

const PLATFORM_EN: Readonly<Record<string, string>> = {
    'LightningCombobox.placeholder': 'Select an Option',
    'LightningCombobox.ariaSelectedOptions': 'Selected Options:',
    'LightningCombobox.currentSelection': '{0} - Current selection: {1}',
    'LightningCombobox.loadingText': 'Loading',
    'LightningControl.clear': 'Clear',
    'LightningControl.loading': 'Loading',
    'LightningControl.required': 'required',
    'LightningButtonMenu.showMenu': 'Show menu',
    'LightningButtonMenu.loading': 'Loading menu items...'
};

/** Every word that a page may ask for, by the name it is imported under. */
export function labelsOf(language: Language): Readonly<Record<string, string>> {
    const english = textsOf('labels/CustomLabels.labels-meta.xml', 'labels', 'fullName', 'value');
    if (language === 'en') return { ...PLATFORM_EN, ...english };
    const french = textsOf('translations/fr.translation-meta.xml', 'customLabels', 'name', 'label');
    return { ...english, ...PLATFORM_EN, ...PLATFORM_FR, ...french };
}

/** What stands in every `element` of a file below `force-app`, by its name. */
function textsOf(file: string, element: string, name: string, value: string): Readonly<Record<string, string>> {
    const found = all(readMetadata(path.join(FORCE_APP, file)), element);
    return Object.fromEntries(found.map((one) => [trimmed(one, name) ?? '', trimmed(one, value) ?? '']));
}
