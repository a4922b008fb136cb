"""The district folder: everything a district decides, sealed, built, delivered and taken into use. One folder, no server."""
