/** Articles of no war in particular, as many as are wanted: days, towns and numbers go round, so that some are about one event. */
export function news(
  count: number,
): { url: string; title: string; outlet: string; published: string; language: string; text: string }[] {
  const towns = ['Kharkiv', 'Kursk', 'Belgorod', 'Odesa', 'Sumy', 'Bryansk', 'Zaporizhzhia'];
  const outlets = ['Northern Post', 'Example Wire', 'Harbour Times'];
  return Array.from({ length: count }, (_, i) => {
    const town = towns[i % towns.length];
    const day = String((Math.floor(i / 7) % 28) + 1).padStart(2, '0');
    const month = String((Math.floor(i / 196) % 12) + 1).padStart(2, '0');
    const launched = 20 + ((i * 13) % 60);
    const dead = (i * 5) % 9;
    return {
      url: `https://news.example/${i}`,
      title: `Raid on ${town}`,
      outlet: outlets[i % outlets.length],
      published: `2024-${month}-${day}`,
      language: 'en',
      text: [
        `At least ${launched} drones were launched at ${town} overnight, the regional governor said, in report number ${i}.`,
        `Air defences shot down ${Math.floor(launched / 2)} drones over the city, according to the defence ministry.`,
        `${dead} people were killed and ${dead + 3} others injured, the mayor said.`,
        'The other side denied the attack.',
      ].join('\n'),
    };
  });
}

export const jsonLines = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
