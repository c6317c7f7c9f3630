"""iCalendar files (RFC 5545, RFC 7986) and the services that take them."""
