import fs from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { FORCE_APP } from './build/tags.ts';

export type Language = 'en' | 'fr';

const parser = new XMLParser({ parseTagValue: false, isArray: (name) => ['labels', 'customLabels'].includes(name) });

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

interface LabelFile {
    readonly CustomLabels: { readonly labels: readonly { readonly fullName: string; readonly value: string }[] };
}
interface TranslationFile {
    readonly Translations: { readonly customLabels: readonly { readonly name: string; readonly label: string }[] };
}

/** Every word that a page may ask for, by the name it is imported under. */
export function labelsOf(language: Language): Readonly<Record<string, string>> {
    const read = (file: string): unknown => parser.parse(fs.readFileSync(path.join(FORCE_APP, file), 'utf8'));
    const { labels } = (read('labels/CustomLabels.labels-meta.xml') as LabelFile).CustomLabels;
    const english = Object.fromEntries(labels.map(({ fullName, value }) => [fullName, value]));
    if (language === 'en') return { ...PLATFORM_EN, ...english };
    const { customLabels } = (read('translations/fr.translation-meta.xml') as TranslationFile).Translations;
    return {
        ...english,
        ...PLATFORM_EN,
        ...PLATFORM_FR,
        ...Object.fromEntries(customLabels.map((one) => [one.name, one.label]))
    };
}
