/**
 * Passwords of eight characters and more that guessers try first: keyboard runs, the word itself, years, and what lies
 * near at hand in this trade. Compared in lower case. A longer list comes with the sign-in work of its own.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
	`password password1 password12 password123 password1234 password! passw0rd p@ssword p@ssw0rd 12345678 123456789 1234567890
	11111111 00000000 87654321 qwertyui qwertyuiop qwerty123 qwerty12 asdfghjk asdfghjkl zxcvbnm1 1q2w3e4r 1qaz2wsx iloveyou
	sunshine princess football baseball liverpool arsenal1 chelsea1 welcome1 welcome123 letmein1 admin123 administrator
	changeme changeme1 computer internet whatever trustno1 superman starwars abcdefgh abcd1234 abc12345 aa123456 monkey123
	dragon123 charlie1 michael1 jennifer jordan23 caringdads caringdads1 plumbline plumbline1 facilitator coordinator
	november november1 november2026 december december2026 january2027 spring2026 summer2026 autumn2026 winter2026`
		.split(/\s+/)
		.filter(Boolean),
);
