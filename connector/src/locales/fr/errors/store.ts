import type { Translation } from '../../translation.ts';
import type { STORE_ERRORS as ENGLISH } from '../../en/errors/store.ts';

export const STORE_ERRORS: Translation<typeof ENGLISH> = {
    'STORE-NO-BINARIES': {
        sentence: 'Il n’y a pas de PostgreSQL privé pour cette machine ({seen}).',
        action: 'Donnez à DATABASE_URL un PostgreSQL 14 ou plus récent : postgres://user:password@host:5432/quo.'
    },
    'STORE-NOT-STARTED': {
        sentence: 'Le PostgreSQL privé n’a pas démarré : {seen}',
        action: 'Lisez le journal nommé, libérez le disque ou le dossier, et redémarrez; ou définissez DATABASE_URL.'
    },
    'STORE-ROOT-FOLDER': {
        sentence:
            'Sous root, PostgreSQL tourne sous un autre utilisateur, qui ne peut pas atteindre le dossier de données; {seen} sert à la place.',
        action: 'Rien à faire; ou donnez à DATA_DIR un dossier que tout utilisateur peut traverser.'
    },
    'STORE-FOLDER': {
        sentence: 'Le dossier de données est inutilisable : {seen}',
        action: 'Donnez à DATA_DIR un dossier où l’utilisateur du connecteur peut écrire, sur un disque qui a de la place.'
    },
    'STORE-NO-USER': {
        sentence: 'PostgreSQL refuse de tourner sous root, et il n’y a ni utilisateur postgres ni nobody.',
        action: 'Démarrez le connecteur sous un utilisateur ordinaire, ou définissez DATABASE_URL.'
    },
    'STORE-PATH-TOO-LONG': {
        sentence: 'Le chemin du dossier de données est trop long pour la prise de la base de données : {seen}',
        action: 'Donnez à DATA_DIR un dossier dont le chemin a moins de 80 caractères.'
    },
    'STORE-MAJOR': {
        sentence: 'Le dossier de données a été créé par PostgreSQL {seen}, et cette version en apporte un autre.',
        action: 'Démarrez la version du connecteur qui l’a créé, ou donnez à DATA_DIR un dossier vide.'
    },
    'STORE-UNREACHABLE': {
        sentence: 'La base de données est injoignable : {seen}',
        action: 'Vérifiez DATABASE_URL, que le serveur tourne, et que cette machine et cet utilisateur y ont accès.'
    },
    'STORE-STARTUP-PARAMETER': {
        sentence: 'Le répartiteur de connexions devant la base de données refuse le paramètre {seen} de DATABASE_URL.',
        action: 'Retirez-le de DATABASE_URL et réglez-le pour l’utilisateur de la base de données (ALTER ROLE … SET …); ou, s’il peut être ignoré, nommez-le dans ignore_startup_parameters du répartiteur.'
    },
    'STORE-VERSION': {
        sentence: 'La base de données est PostgreSQL {seen}; le connecteur demande la version 14 ou plus récente.',
        action: 'Donnez à DATABASE_URL un PostgreSQL 14 ou plus récent.'
    },
    'STORE-MIGRATION-ALTERED': {
        sentence: 'La base de données vient d’une migration dont le fichier a changé depuis : {seen}.',
        action: 'Réinstallez les fichiers du connecteur tels que publiés. Pour modifier la base, ajoutez une nouvelle migration.'
    },
    'STORE-LATER': {
        sentence: 'La base de données a été modifiée par une version plus récente du connecteur : {seen}.',
        action: 'Démarrez cette version. Pour revenir à une version antérieure, restaurez la sauvegarde faite avant la mise à niveau.'
    },
    'STORE-SECRET-KEY': {
        sentence: 'SECRET_KEY ne peut pas servir : {seen}',
        action: 'Donnez 32 octets aléatoires en base64 : la commande openssl rand -base64 32 en produit.'
    },
    'STORE-OTHER-KEY': {
        sentence: 'Les secrets conservés ont été verrouillés avec une autre SECRET_KEY.',
        action: 'Donnez la SECRET_KEY d’avant. Si elle est perdue, rien de ce qui est gardé ne peut être lu : commencez avec une base vide, et reconnectez Salesforce et Quo.'
    },
    'STORE-SECRET-DAMAGED': {
        sentence: 'Un secret conservé a été modifié hors du connecteur ({seen}) et est refusé.',
        action: 'Reconnectez Salesforce ou Quo, pour que le secret soit conservé à neuf.'
    }
};
