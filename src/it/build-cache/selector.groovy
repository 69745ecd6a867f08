// Only where the extension is: the profile matrix has it downloaded.
return new File(localRepositoryPath, 'org/apache/maven/extensions/maven-build-cache-extension').directory
