/**
 * Names of products, languages and services whose makers write them with capitals inside, as the makers' own pages
 * spell them (2026). Left out: names that are words of their own with a single capital ("Airtable", "Notepad").
 */
export const productNames: readonly string[] = (
  'AngularJS AppImage AppVeyor AsciiDoc BitTorrent ClickHouse CloudCannon CodeMirror CoffeeScript CouchDB DevOps ' +
  'DigitalOcean DynamoDB ECMAScript EditorConfig FastAPI FreeBSD GitBook GitHub GitLab GraalVM GraphQL HashiCorp ' +
  'IndexedDB InfluxDB IntelliJ JavaScript JetBrains JRuby JUnit LibreOffice LinkedIn MariaDB MediaWiki MongoDB MySQL ' +
  'NetBSD NumPy OAuth OpenAI OpenAPI OpenBSD OpenGL OpenJDK OpenSSH OpenSSL OpenStack OpenStreetMap PagerDuty PayPal ' +
  'PeerTube PhpStorm PlayStation PostgreSQL PowerPC PowerPoint PowerShell PyCharm PyPI PyPy PyTorch QuickTime RabbitMQ ' +
  'RubyGems RubyMine SciPy SharePoint SoundCloud SourceForge SourceHut SQLite SurveyMonkey TensorFlow TypeScript ' +
  'VirtualBox VMware WebAssembly WebGL WebKit WebRTC WebSocket WhatsApp WireGuard WordPress YouTube'
).split(' ');
