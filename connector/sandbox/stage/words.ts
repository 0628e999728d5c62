import type { Language } from './labels.ts';

const FR = {
    stage: 'Organisation simulée',
    home: 'Accueil',
    contacts: 'Contacts',
    leads: 'Pistes',
    accounts: 'Comptes',
    opportunities: 'Opportunités',
    sona: 'Géré par Sona',
    numbers: 'Numéros à identifier',
    activity: 'Mon activité',
    everyone: 'Activité de l’équipe',
    details: 'Détails',
    rights: 'Autorisations',
    language: 'Langue',
    theme: 'Thème',
    apply: 'Appliquer',
    administrator: 'Administrateur (tout)',
    nothing: 'Aucune autorisation Quo',
    listener: 'Utilisateur, avec écoute',
    user: 'Utilisateur, sans écoute',
    manager: 'Gestionnaire',
    packageAdmin: 'Administrateur Quo',
    empty: 'Aucun enregistrement.',
    missing: 'Cette fiche n’existe pas, ou vous ne pouvez pas la voir.',
    Name: 'Nom',
    Title: 'Titre',
    Phone: 'Téléphone',
    MobilePhone: 'Cellulaire',
    Email: 'Courriel',
    Company: 'Société',
    Status: 'Statut',
    StageName: 'Étape',
    CloseDate: 'Date de fermeture',
    Industry: 'Secteur',
    Website: 'Site web'
} as const;

const EN: Readonly<Record<keyof typeof FR, string>> = {
    stage: 'Simulated org',
    home: 'Home',
    contacts: 'Contacts',
    leads: 'Leads',
    accounts: 'Accounts',
    opportunities: 'Opportunities',
    sona: 'Handled by Sona',
    numbers: 'Numbers to identify',
    activity: 'My activity',
    everyone: 'Team activity',
    details: 'Details',
    rights: 'Permissions',
    language: 'Language',
    theme: 'Theme',
    apply: 'Apply',
    administrator: 'Administrator (everything)',
    nothing: 'No Quo permission',
    listener: 'User who may listen',
    user: 'User who may not listen',
    manager: 'Manager',
    packageAdmin: 'Quo administrator',
    empty: 'No records.',
    missing: 'This record does not exist, or you may not see it.',
    Name: 'Name',
    Title: 'Title',
    Phone: 'Phone',
    MobilePhone: 'Mobile',
    Email: 'Email',
    Company: 'Company',
    Status: 'Status',
    StageName: 'Stage',
    CloseDate: 'Close Date',
    Industry: 'Industry',
    Website: 'Website'
};

export type Word = keyof typeof FR;

/** The stage's own words: those of the package are its labels. */
export function wordsOf(language: Language): Readonly<Record<Word, string>> {
    return language === 'fr' ? FR : EN;
}
